using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Policies.Migrations
{
    /// <inheritdoc />
    public partial class AddPolicyEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "policy_events",
                columns: table => new
                {
                    policy_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    effective = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<string>(type: "text", nullable: true),
                    actor_name = table.Column<string>(type: "text", nullable: true),
                    actor_role = table.Column<string>(type: "text", nullable: true),
                    on_behalf_of = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    payload = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_policy_events", x => new { x.policy_id, x.version });
                });

            // What is on record of policies is told as events: a term put onto the books each, then the cancellation.
            // When that was recorded was not kept; it is taken for the day as of which the policy was cancelled.
            migrationBuilder.Sql(
                """
                update policies set terms = (
                  select jsonb_agg(term || jsonb_build_object('Version', place) order by place)
                  from jsonb_array_elements(terms) with ordinality as each(term, place));

                create function pg_temp.word(name text) returns text language sql immutable as
                $$ select lower(regexp_replace(name, '([a-z])([A-Z])', '\1_\2', 'g')) $$;

                insert into policy_events
                  (policy_id, version, agency_id, account_id, kind, effective, recorded_at, payload)
                select
                  id, place, agency_id, account_id, case place when 1 then 'added' else 'renewed' end,
                  (term ->> 'Effective')::date,
                  max((term ->> 'RecordedAt')::timestamptz) over (partition by id order by place),
                  case place
                    when 1 then jsonb_build_object('line', pg_temp.word(line), 'first', facts)
                    else jsonb_build_object('next', facts)
                  end
                from policies
                cross join lateral jsonb_array_elements(terms) with ordinality as each(term, place)
                cross join lateral (
                  select term -> 'Carrier' as carrier, term -> 'Coverage' as coverage) as parts
                cross join lateral (
                  select
                    jsonb_strip_nulls(jsonb_build_object(
                      'coverageForm', pg_temp.word(coverage ->> 'Form'),
                      'aggregateAppliesPer', pg_temp.word(coverage ->> 'AggregateAppliesPer'),
                      'perStatute', coverage -> 'PerStatute',
                      'officersExcluded', coverage -> 'OfficersExcluded',
                      'amBestRating', carrier ->> 'AmBestRating',
                      'amBestSize', carrier ->> 'AmBestSize'))
                    || coalesce((
                      select jsonb_object_agg(lower(left(key, 1)) || substr(key, 2), value)
                      from jsonb_each(coverage -> 'Limits') where value <> 'null'), '{}')
                    || coalesce((
                      select jsonb_object_agg('autoScope:' || pg_temp.word(scope), true)
                      from jsonb_array_elements_text(coverage -> 'AutoScopes') as scope), '{}')
                    || coalesce((
                      select jsonb_object_agg('form:' || form, '')
                      from jsonb_array_elements_text(coverage -> 'Endorsements') as form), '{}') as said) as cover
                cross join lateral (
                  select jsonb_build_object(
                    'number', term ->> 'Number', 'carrier', carrier ->> 'Name', 'naic', carrier ->> 'Naic',
                    'effective', term ->> 'Effective', 'expiration', term ->> 'Expiration', 'values', said) as facts) as told;

                insert into policy_events
                  (policy_id, version, agency_id, account_id, kind, effective, recorded_at, payload)
                select
                  id, jsonb_array_length(terms) + 1, agency_id, account_id, 'cancelled', cancelled_as_of,
                  greatest(
                    (select max(recorded_at) from policy_events where policy_id = policies.id),
                    least(now(), cancelled_as_of::timestamp at time zone 'UTC')),
                  jsonb_build_object('effective', cancelled_as_of, 'kind', 'pro_rata')
                from policies where cancelled_as_of is not null;

                drop function pg_temp.word(text);

                create function refuse_policy_event_change() returns trigger language plpgsql as
                $$ begin raise exception 'What happened to a policy stays; record a correction.'; end $$;
                create trigger policy_events_append_only before update or delete or truncate on policy_events
                  for each statement execute function refuse_policy_event_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "policy_events");

            migrationBuilder.Sql(
                """
                drop function refuse_policy_event_change();
                update policies set terms = (
                  select jsonb_agg(term - 'Version' order by place)
                  from jsonb_array_elements(terms) with ordinality as each(term, place));
                """);
        }
    }
}
