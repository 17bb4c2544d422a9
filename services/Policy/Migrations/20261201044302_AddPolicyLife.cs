using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Policies.Migrations
{
    /// <inheritdoc />
    public partial class AddPolicyLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "id",
                table: "policy_events",
                type: "uuid",
                nullable: false,
                defaultValueSql: "gen_random_uuid()");

            migrationBuilder.AddColumn<string[]>(
                name: "warnings",
                table: "policy_events",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<DateOnly>(
                name: "cover_ends",
                table: "policies",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<List<string>>(
                name: "numbers",
                table: "policies",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "policies",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "turns_at",
                table: "policies",
                type: "timestamp with time zone",
                nullable: true);

            // Where a policy stands follows from its events by the clock at the insured's address, which is asked as soon
            // as the service starts: every policy is due. Until then the days of the terms are near enough.
            migrationBuilder.Sql(
                """
                alter table policy_events alter column id drop default, alter column warnings drop default;
                alter table policies alter column numbers drop default, alter column state drop default;
                update policies set
                  turns_at = now(),
                  numbers = array(select distinct term ->> 'Number' from jsonb_array_elements(terms) as term),
                  state = case
                    when status = 'Cancelled' and cancelled_as_of <= (terms -> 0 ->> 'Effective')::date then 'CancelledFlat'
                    when status = 'Cancelled' then 'Cancelled'
                    when expiration <= current_date then 'Expired'
                    when (terms -> 0 ->> 'Effective')::date > current_date then 'Scheduled'
                    else 'InForce'
                  end;
                """);

            migrationBuilder.CreateIndex(
                name: "ix_policy_events_id",
                table: "policy_events",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_policies_numbers",
                table: "policies",
                column: "numbers")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_policies_turns_at",
                table: "policies",
                column: "turns_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_policy_events_id",
                table: "policy_events");

            migrationBuilder.DropIndex(
                name: "ix_policies_numbers",
                table: "policies");

            migrationBuilder.DropIndex(
                name: "ix_policies_turns_at",
                table: "policies");

            migrationBuilder.DropColumn(
                name: "id",
                table: "policy_events");

            migrationBuilder.DropColumn(
                name: "warnings",
                table: "policy_events");

            migrationBuilder.DropColumn(
                name: "cover_ends",
                table: "policies");

            migrationBuilder.DropColumn(
                name: "numbers",
                table: "policies");

            migrationBuilder.DropColumn(
                name: "state",
                table: "policies");

            migrationBuilder.DropColumn(
                name: "turns_at",
                table: "policies");
        }
    }
}
