-- Views over the data set of a consolidation. Plain SQL (common table expressions, CASE, window-free), tried in DuckDB. Load the tables first: load-duckdb.sql.
--
-- Four kinds of "no number" are kept apart. A total is "withheld" as soon as one figure in it is, and so is every total that would let that figure be
-- worked out: the total over all role groups, the other two counts of a row of Profile, and the people who are ready in a horizon where a supply of it is withheld.
-- A total states how many organisations are in it. What two organisations declared as shared is taken off once.

CREATE OR REPLACE VIEW counted_returns AS
SELECT * FROM returns;

CREATE OR REPLACE VIEW coverage AS
SELECT
  (SELECT count(*) FROM register WHERE is_expected) AS expected,
  (SELECT count(*) FROM counted_returns) AS included,
  (SELECT count(*) FROM register WHERE is_expected AND state = 'missing') AS missing,
  (SELECT count(*) FROM register WHERE state = 'quarantined') AS quarantined;

CREATE OR REPLACE VIEW missing_organisations AS
SELECT organisation_code, organisation_name, state, contact, email FROM register WHERE is_expected AND state IN ('missing', 'quarantined');

-- Figures of Demand and supply, each with the unit that its organisation counts openings in.
CREATE OR REPLACE VIEW demand_figures AS
SELECT figures.*, returns.demand_unit FROM figures JOIN returns ON returns.return_id = figures.return_id WHERE figure_table = 'demand';

-- By role group. Openings in headcount and in whole-time equivalents are not the same thing and are never added.
-- An organisation is in a total if it left nothing of it blank.
CREATE OR REPLACE VIEW region_demand AS
WITH by_organisation AS (
  SELECT
    role_key, measure, organisation_code, min(trim(role_group)) AS role_group, min(demand_unit) AS demand_unit,
    sum(CASE WHEN state = 'number' THEN value END) AS added,
    sum(CASE WHEN state = 'number' THEN 1 ELSE 0 END) AS numbers,
    sum(CASE WHEN state = 'withheld' THEN 1 ELSE 0 END) AS withheld,
    sum(CASE WHEN state IN ('number', 'not-applicable') THEN 0 ELSE 1 END) AS lacking
  FROM demand_figures WHERE role_key <> '' GROUP BY role_key, measure, organisation_code
), parts AS (
  SELECT
    role_key, measure, min(role_group) AS role_group, sum(added) AS added, sum(numbers) AS numbers, sum(withheld) AS withheld, sum(lacking) AS lacking,
    sum(CASE WHEN numbers > 0 AND lacking = 0 THEN 1 ELSE 0 END) AS organisations,
    count(DISTINCT CASE WHEN numbers > 0 THEN demand_unit END) AS units
  FROM by_organisation GROUP BY role_key, measure
)
SELECT
  parts.role_key, parts.role_group, parts.measure,
  CASE WHEN withheld > 0 THEN 'withheld' WHEN numbers > 0 AND (units = 1 OR parts.measure NOT LIKE 'demand.%') THEN 'number' WHEN numbers = 0 AND lacking > 0 THEN 'not-entered' ELSE 'not-applicable' END AS state,
  CASE WHEN withheld = 0 AND numbers > 0 AND (units = 1 OR parts.measure NOT LIKE 'demand.%') THEN round(added - coalesce(totals.shared, 0), 1) END AS value,
  parts.organisations, (SELECT count(*) FROM counted_returns) AS of_organisations, coalesce(totals.shared, 0) AS shared
FROM parts LEFT JOIN totals ON totals.figure_table = 'demand' AND totals.role_key = parts.role_key AND totals.measure = parts.measure;

CREATE OR REPLACE VIEW region_all_role_groups AS
WITH units AS (
  SELECT measure, count(DISTINCT demand_unit) AS units FROM demand_figures WHERE state = 'number' AND role_key <> '' GROUP BY measure
), parts AS (
  SELECT
    measure, sum(value) AS added,
    sum(CASE WHEN state = 'withheld' THEN 1 ELSE 0 END) AS withheld, sum(CASE WHEN state = 'number' THEN 1 ELSE 0 END) AS numbers, sum(CASE WHEN state = 'not-entered' THEN 1 ELSE 0 END) AS lacking
  FROM region_demand GROUP BY measure
)
SELECT
  parts.measure,
  CASE WHEN withheld > 0 THEN 'withheld' WHEN numbers > 0 AND (units = 1 OR parts.measure NOT LIKE 'demand.%') THEN 'number' WHEN numbers = 0 AND lacking > 0 THEN 'not-entered' ELSE 'not-applicable' END AS state,
  CASE WHEN withheld = 0 AND numbers > 0 AND (units = 1 OR parts.measure NOT LIKE 'demand.%') THEN round(added, 1) END AS value
FROM parts LEFT JOIN units ON units.measure = parts.measure;

-- People of whom a total over all role groups tells as well: those ready in a horizon are its supply, and post-holders are posts less vacancies.
CREATE OR REPLACE VIEW withheld_populations AS
SELECT DISTINCT CASE measure
  WHEN 'posts' THEN 'post-holders' WHEN 'demand.now' THEN 'post-holders'
  WHEN 'supply.now' THEN 'ready now' WHEN 'supply.to-1' THEN 'ready to 1 year' WHEN 'supply.to-3' THEN 'ready 1 to 3 years' WHEN 'supply.to-5' THEN 'ready 3 to 5 years' END AS population_key
FROM region_demand WHERE state = 'withheld' AND (measure IN ('posts', 'demand.now') OR measure LIKE 'supply.%');

CREATE OR REPLACE VIEW region_profile AS
WITH parts AS (
  SELECT
    group_key, population_key, min(trim(people_group)) AS people_group, min(trim(population)) AS population, measure,
    sum(CASE WHEN state = 'number' THEN value END) AS added,
    sum(CASE WHEN state = 'number' THEN 1 ELSE 0 END) AS organisations,
    sum(CASE WHEN state = 'withheld' THEN 1 ELSE 0 END) AS withheld,
    sum(CASE WHEN state IN ('blank', 'unreadable') THEN 1 ELSE 0 END) AS lacking
  FROM figures WHERE figure_table = 'profile' AND measure IN ('in-group', 'not-in-group', 'unknown') AND (group_key <> '' OR population_key <> '') GROUP BY group_key, population_key, measure
), rows_withheld AS (
  SELECT group_key, population_key, sum(withheld) AS withheld FROM parts GROUP BY group_key, population_key
)
SELECT
  people_group, population, measure,
  CASE WHEN rows_withheld.withheld > 0 OR parts.population_key IN (SELECT population_key FROM withheld_populations) THEN 'withheld'
    WHEN organisations > 0 THEN 'number' WHEN lacking > 0 THEN 'not-entered' ELSE 'not-applicable' END AS state,
  CASE WHEN rows_withheld.withheld = 0 AND parts.population_key NOT IN (SELECT population_key FROM withheld_populations) AND organisations > 0 THEN added END AS value,
  organisations, (SELECT count(*) FROM counted_returns) AS of_organisations
FROM parts JOIN rows_withheld ON rows_withheld.group_key = parts.group_key AND rows_withheld.population_key = parts.population_key;

-- Gap and choice ratio by role group and horizon: only where both sides are numbers.
CREATE OR REPLACE VIEW region_gap AS
WITH sides AS (
  SELECT role_group, substring(measure, 8) AS horizon, state, value, 'demand' AS side FROM region_demand WHERE measure LIKE 'demand.%'
  UNION ALL
  SELECT role_group, substring(measure, 8) AS horizon, state, value, 'supply' AS side FROM region_demand WHERE measure LIKE 'supply.%'
), pairs AS (
  SELECT
    role_group, horizon,
    max(CASE WHEN side = 'demand' THEN state END) AS demand_state, max(CASE WHEN side = 'demand' THEN value END) AS demand,
    max(CASE WHEN side = 'supply' THEN state END) AS supply_state, max(CASE WHEN side = 'supply' THEN value END) AS supply
  FROM sides GROUP BY role_group, horizon
)
SELECT
  role_group, horizon, demand, supply,
  CASE WHEN demand_state = 'number' AND supply_state = 'number' THEN 'number' WHEN 'withheld' IN (demand_state, supply_state) THEN 'withheld'
    WHEN 'not-entered' IN (demand_state, supply_state) THEN 'not-entered' ELSE 'not-applicable' END AS state,
  round(supply - demand, 1) AS gap,
  CASE WHEN demand > 0 THEN supply / demand END AS choice_ratio
FROM pairs;

-- Part of those known who are in the group, and the index against the workforce and the community.
CREATE OR REPLACE VIEW region_representation AS
WITH counts AS (
  SELECT
    people_group, population,
    max(CASE WHEN measure = 'in-group' THEN value END) AS in_group, max(CASE WHEN measure = 'not-in-group' THEN value END) AS not_in_group, max(CASE WHEN measure = 'unknown' THEN value END) AS unknown,
    max(CASE WHEN state = 'withheld' THEN 1 ELSE 0 END) AS withheld
  FROM region_profile GROUP BY people_group, population
), shares AS (
  SELECT *, CASE WHEN withheld = 0 AND in_group + not_in_group > 0 THEN in_group / (in_group + not_in_group) END AS share FROM counts
)
SELECT
  shares.people_group, shares.population, shares.in_group, shares.in_group + shares.not_in_group AS known, shares.share,
  CASE WHEN workforce.share > 0 THEN shares.share / workforce.share END AS index_workforce,
  CASE WHEN community.share > 0 THEN shares.share / community.share END AS index_community
FROM shares
LEFT JOIN shares AS workforce ON workforce.people_group = shares.people_group AND lower(workforce.population) = 'wider workforce'
LEFT JOIN shares AS community ON community.people_group = shares.people_group AND lower(community.population) = 'local community';

-- Findings still open, by organisation and severity.
CREATE OR REPLACE VIEW open_findings AS
SELECT organisation_code, severity, count(*) AS findings FROM findings WHERE severity = 'must-fix' OR (severity = 'explain' AND explained IS NULL) GROUP BY organisation_code, severity;
