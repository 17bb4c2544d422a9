using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Identity.Migrations
{
    /// <inheritdoc />
    public partial class PartnerClients : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "RetiredAt",
                table: "signing_keys",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SignsFrom",
                table: "signing_keys",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<string>(
                name: "Authentication",
                table: "api_clients",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "CreatedAt",
                table: "api_clients",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "DisabledAt",
                table: "api_clients",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LastUsedAt",
                table: "api_clients",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "api_clients",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "client_keys",
                columns: table => new
                {
                    Kid = table.Column<string>(type: "text", nullable: false),
                    ClientId = table.Column<string>(type: "text", nullable: false),
                    X = table.Column<string>(type: "text", nullable: false),
                    Y = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastUsedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_client_keys", x => new { x.ClientId, x.Kid });
                    table.ForeignKey(
                        name: "FK_client_keys_api_clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "api_clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "client_secrets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastUsedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClientId = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_client_secrets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_client_secrets_api_clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "api_clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "used_assertions",
                columns: table => new
                {
                    ClientId = table.Column<string>(type: "text", nullable: false),
                    Id = table.Column<string>(type: "text", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_used_assertions", x => new { x.ClientId, x.Id });
                });

            // What is there already: every client has one secret, keeps it, and is called by its id until somebody names it.
            migrationBuilder.Sql("""
                update signing_keys set "SignsFrom" = "CreatedAt";
                update api_clients set "Name" = "Id", "Authentication" = 'Secret', "CreatedAt" = now();
                insert into client_secrets ("Id", "ClientId", "Hash", "CreatedAt")
                  select gen_random_uuid(), "Id", "Secret", now() from api_clients;
                """);

            migrationBuilder.DropColumn(
                name: "Secret",
                table: "api_clients");

            migrationBuilder.CreateIndex(
                name: "IX_api_clients_AgencyId_Name_Id",
                table: "api_clients",
                columns: new[] { "AgencyId", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_client_secrets_ClientId",
                table: "client_secrets",
                column: "ClientId");

            migrationBuilder.CreateIndex(
                name: "IX_used_assertions_Until",
                table: "used_assertions",
                column: "Until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "Secret",
                table: "api_clients",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0]);

            // The latest secret of each client; one that has keys instead can't go back.
            migrationBuilder.Sql("""
                update api_clients set "Secret" = latest."Hash"
                  from (select distinct on ("ClientId") "ClientId", "Hash" from client_secrets order by "ClientId", "CreatedAt" desc) latest
                  where latest."ClientId" = api_clients."Id";
                """);

            migrationBuilder.DropTable(
                name: "client_keys");

            migrationBuilder.DropTable(
                name: "client_secrets");

            migrationBuilder.DropTable(
                name: "used_assertions");

            migrationBuilder.DropIndex(
                name: "IX_api_clients_AgencyId_Name_Id",
                table: "api_clients");

            migrationBuilder.DropColumn(
                name: "RetiredAt",
                table: "signing_keys");

            migrationBuilder.DropColumn(
                name: "SignsFrom",
                table: "signing_keys");

            migrationBuilder.DropColumn(
                name: "Authentication",
                table: "api_clients");

            migrationBuilder.DropColumn(
                name: "CreatedAt",
                table: "api_clients");

            migrationBuilder.DropColumn(
                name: "DisabledAt",
                table: "api_clients");

            migrationBuilder.DropColumn(
                name: "LastUsedAt",
                table: "api_clients");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "api_clients");
        }
    }
}
