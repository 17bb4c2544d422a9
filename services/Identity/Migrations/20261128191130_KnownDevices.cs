using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Identity.Migrations
{
    /// <inheritdoc />
    public partial class KnownDevices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AlsoEmail",
                table: "sign_ins",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "known_devices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReferenceHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Audience = table.Column<string>(type: "text", nullable: false),
                    Email = table.Column<string>(type: "text", nullable: false),
                    SignedInAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_devices", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_known_devices_AgencyId_Audience_Email",
                table: "known_devices",
                columns: new[] { "AgencyId", "Audience", "Email" });

            migrationBuilder.CreateIndex(
                name: "IX_known_devices_ReferenceHash_AgencyId_Audience_Email",
                table: "known_devices",
                columns: new[] { "ReferenceHash", "AgencyId", "Audience", "Email" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_known_devices_SignedInAt",
                table: "known_devices",
                column: "SignedInAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "known_devices");

            migrationBuilder.DropColumn(
                name: "AlsoEmail",
                table: "sign_ins");
        }
    }
}
