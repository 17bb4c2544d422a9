using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Identity.Migrations
{
    /// <inheritdoc />
    public partial class AgencyAndTrail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsActive",
                table: "staff",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "TotpSecret",
                table: "staff",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TotpStep",
                table: "staff",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<uint>(
                name: "xmin",
                table: "further_contacts",
                type: "xid",
                rowVersion: true,
                nullable: false,
                defaultValue: 0u);

            migrationBuilder.AddColumn<Guid>(
                name: "DelegationId",
                table: "audit_entries",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "audit_heads",
                columns: table => new
                {
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Entries = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Seal = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_heads", x => x.AgencyId);
                });

            // A trail grows, and its head with it.
            migrationBuilder.Sql(
                """
                create function refuse_audit_head_change() returns trigger language plpgsql as
                $$ begin raise exception 'The head of an audit trail stays, and only goes forward.'; end $$;
                create trigger audit_heads_stay before delete or truncate on audit_heads
                  for each statement execute function refuse_audit_head_change();
                create trigger audit_heads_go_forward before update on audit_heads
                  for each row when (new."Entries" <= old."Entries" or new."AgencyId" <> old."AgencyId")
                  execute function refuse_audit_head_change();
                """);

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_AgencyId_DelegationId_Number",
                table: "audit_entries",
                columns: new[] { "AgencyId", "DelegationId", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_heads");

            migrationBuilder.Sql("drop function refuse_audit_head_change();");

            migrationBuilder.DropIndex(
                name: "IX_audit_entries_AgencyId_DelegationId_Number",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "IsActive",
                table: "staff");

            migrationBuilder.DropColumn(
                name: "TotpSecret",
                table: "staff");

            migrationBuilder.DropColumn(
                name: "TotpStep",
                table: "staff");

            migrationBuilder.DropColumn(
                name: "xmin",
                table: "further_contacts");

            migrationBuilder.DropColumn(
                name: "DelegationId",
                table: "audit_entries");
        }
    }
}
