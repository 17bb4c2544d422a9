using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Portal.Identity.Migrations
{
    /// <inheritdoc />
    public partial class SigningIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Settings",
                table: "agencies",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<long>(
                name: "SettingsVersion",
                table: "agencies",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Slug",
                table: "agencies",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Consent",
                table: "accounts",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "PrimaryEmail",
                table: "accounts",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    ActorId = table.Column<string>(type: "text", nullable: true),
                    Action = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Fact = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entries", x => new { x.AgencyId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "delegations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    StaffId = table.Column<Guid>(type: "uuid", nullable: false),
                    StaffName = table.Column<string>(type: "text", nullable: false),
                    SessionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Mode = table.Column<string>(type: "text", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedBy = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_delegations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "further_contacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Email = table.Column<string>(type: "text", nullable: false),
                    Mobile = table.Column<string>(type: "text", nullable: true),
                    HasAccess = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_further_contacts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "google_links",
                columns: table => new
                {
                    Issuer = table.Column<string>(type: "text", nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    LinkedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_google_links", x => new { x.AgencyId, x.Issuer, x.Subject });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    consumer = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox", x => new { x.consumer, x.key });
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Email = table.Column<string>(type: "text", nullable: false),
                    FirstSeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "revocations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_revocations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReferenceHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    PreviousHash = table.Column<byte[]>(type: "bytea", nullable: true),
                    RotatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Email = table.Column<string>(type: "text", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastSeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    IdleMinutes = table.Column<int>(type: "integer", nullable: false),
                    SecondFactorAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndReason = table.Column<string>(type: "text", nullable: true),
                    From = table.Column<string>(type: "text", nullable: true),
                    UserAgent = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.Id);
                });

            // What is on the books already: agencies let their clients in, and clients let their agency in, as new ones do.
            migrationBuilder.Sql(
                """
                update agencies set
                  "SettingsVersion" = 1,
                  "Slug" = trim(both '-' from regexp_replace(lower("Details"->>'Name'), '[^a-z0-9]+', '-', 'g')) || '-' || left("Id"::text, 8),
                  "Settings" = '{"ClientCenter":true,"OffersGoogle":true,"ConcealsAddresses":false,"ContactName":null,"ContactPhone":null,"ContactEmail":null,"IdleMinutes":30,"AbsoluteHours":12}';
                update accounts set
                  "PrimaryEmail" = lower(trim("Details"->'PrimaryContact'->>'Email')),
                  "Consent" = jsonb_build_object('Given', true, 'ChangedAt', "ChangedAt", 'ChangedBy', null);
                """);

            // The trail only grows, whoever writes to the database.
            migrationBuilder.Sql(
                """
                create function refuse_audit_change() returns trigger language plpgsql as
                $$ begin raise exception 'The audit trail is append-only.'; end $$;
                create trigger audit_entries_append_only before update or delete or truncate on audit_entries
                  for each statement execute function refuse_audit_change();
                """);

            migrationBuilder.CreateIndex(
                name: "IX_agencies_Slug",
                table: "agencies",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_AgencyId_PrimaryEmail",
                table: "accounts",
                columns: new[] { "AgencyId", "PrimaryEmail" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_AgencyId_AccountId_Number",
                table: "audit_entries",
                columns: new[] { "AgencyId", "AccountId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_AgencyId_ActorId_Number",
                table: "audit_entries",
                columns: new[] { "AgencyId", "ActorId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_AgencyId_At",
                table: "audit_entries",
                columns: new[] { "AgencyId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_delegations_AgencyId_AccountId_Id",
                table: "delegations",
                columns: new[] { "AgencyId", "AccountId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_delegations_SessionId",
                table: "delegations",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_delegations_StaffId",
                table: "delegations",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_further_contacts_AccountId_Email",
                table: "further_contacts",
                columns: new[] { "AccountId", "Email" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_further_contacts_AgencyId_Email",
                table: "further_contacts",
                columns: new[] { "AgencyId", "Email" });

            migrationBuilder.CreateIndex(
                name: "IX_google_links_PersonId",
                table: "google_links",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_inbox_registered_at",
                table: "inbox",
                column: "registered_at");

            migrationBuilder.CreateIndex(
                name: "IX_people_AgencyId_Email",
                table: "people",
                columns: new[] { "AgencyId", "Email" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_revocations_At",
                table: "revocations",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_revocations_Key_Kind",
                table: "revocations",
                columns: new[] { "Key", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_revocations_Until",
                table: "revocations",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_AccountId",
                table: "sessions",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_AgencyId_SubjectId",
                table: "sessions",
                columns: new[] { "AgencyId", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_sessions_ExpiresAt",
                table: "sessions",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_PreviousHash",
                table: "sessions",
                column: "PreviousHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sessions_ReferenceHash",
                table: "sessions",
                column: "ReferenceHash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop trigger audit_entries_append_only on audit_entries; drop function refuse_audit_change();");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "delegations");

            migrationBuilder.DropTable(
                name: "further_contacts");

            migrationBuilder.DropTable(
                name: "google_links");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "revocations");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropIndex(
                name: "IX_agencies_Slug",
                table: "agencies");

            migrationBuilder.DropIndex(
                name: "IX_accounts_AgencyId_PrimaryEmail",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "Settings",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "SettingsVersion",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "Slug",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "Consent",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "PrimaryEmail",
                table: "accounts");
        }
    }
}
