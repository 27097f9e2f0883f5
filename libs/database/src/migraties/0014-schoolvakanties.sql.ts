/**
 * The holidays of 2024-2025 to 2026-2027. Kerst, the week of mei and zomer are binding; herfst and voorjaar are the
 * ministry's advice, which schools may leave (Regeling vaststelling schoolvakanties; rijksoverheid.nl, «Schoolvakanties»).
 * From Saturday to Sunday.
 */
export const SCHOOLVAKANTIES = `
alter table schoolvakantie add column bron text not null default 'rijksoverheid.nl, overzicht schoolvakanties';
insert into schoolvakantie (zone, schooljaar, soort, eerste_dag, laatste_dag) values
  ('Noord', 2024, 'herfst', '2024-10-26', '2024-11-03'), ('Midden', 2024, 'herfst', '2024-10-26', '2024-11-03'), ('Zuid', 2024, 'herfst', '2024-10-19', '2024-10-27'),
  ('Noord', 2024, 'kerst', '2024-12-21', '2025-01-05'), ('Midden', 2024, 'kerst', '2024-12-21', '2025-01-05'), ('Zuid', 2024, 'kerst', '2024-12-21', '2025-01-05'),
  ('Noord', 2024, 'voorjaar', '2025-02-15', '2025-02-23'), ('Midden', 2024, 'voorjaar', '2025-02-22', '2025-03-02'), ('Zuid', 2024, 'voorjaar', '2025-02-22', '2025-03-02'),
  ('Noord', 2024, 'mei', '2025-04-26', '2025-05-04'), ('Midden', 2024, 'mei', '2025-04-26', '2025-05-04'), ('Zuid', 2024, 'mei', '2025-04-26', '2025-05-04'),
  ('Noord', 2025, 'herfst', '2025-10-18', '2025-10-26'), ('Midden', 2025, 'herfst', '2025-10-18', '2025-10-26'), ('Zuid', 2025, 'herfst', '2025-10-11', '2025-10-19'),
  ('Noord', 2025, 'kerst', '2025-12-20', '2026-01-04'), ('Midden', 2025, 'kerst', '2025-12-20', '2026-01-04'), ('Zuid', 2025, 'kerst', '2025-12-20', '2026-01-04'),
  ('Noord', 2025, 'voorjaar', '2026-02-21', '2026-03-01'), ('Midden', 2025, 'voorjaar', '2026-02-14', '2026-02-22'), ('Zuid', 2025, 'voorjaar', '2026-02-14', '2026-02-22'),
  ('Noord', 2025, 'mei', '2026-04-25', '2026-05-03'), ('Midden', 2025, 'mei', '2026-04-25', '2026-05-03'), ('Zuid', 2025, 'mei', '2026-04-25', '2026-05-03'),
  ('Noord', 2026, 'herfst', '2026-10-10', '2026-10-18'), ('Midden', 2026, 'herfst', '2026-10-17', '2026-10-25'), ('Zuid', 2026, 'herfst', '2026-10-17', '2026-10-25'),
  ('Noord', 2026, 'kerst', '2026-12-19', '2027-01-03'), ('Midden', 2026, 'kerst', '2026-12-19', '2027-01-03'), ('Zuid', 2026, 'kerst', '2026-12-19', '2027-01-03'),
  ('Noord', 2026, 'voorjaar', '2027-02-20', '2027-02-28'), ('Midden', 2026, 'voorjaar', '2027-02-20', '2027-02-28'), ('Zuid', 2026, 'voorjaar', '2027-02-13', '2027-02-21'),
  ('Noord', 2026, 'mei', '2027-04-24', '2027-05-02'), ('Midden', 2026, 'mei', '2027-04-24', '2027-05-02'), ('Zuid', 2026, 'mei', '2027-04-24', '2027-05-02')
on conflict (zone, schooljaar, soort) do nothing;
`;
