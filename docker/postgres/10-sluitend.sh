#!/usr/bin/env bash
# Runs once, when the cluster is new: the role that owns the schema. Not a superuser, so that it can't pass by
# row-level security; createrole, because the first migration makes the roles of api and worker.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -v wachtwoord="$(cat /geheim/sluitend)" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
create role sluitend login createrole password :'wachtwoord';
create database sluitend owner sluitend;
\connect sluitend
alter schema public owner to sluitend;
SQL
