using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Policies.Migrations
{
    /// <inheritdoc />
    public partial class AnswersByAccount : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_answers",
                table: "answers");

            migrationBuilder.AddColumn<Guid>(
                name: "account_id",
                table: "answers",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddPrimaryKey(
                name: "PK_answers",
                table: "answers",
                columns: new[] { "agency_id", "subject", "account_id", "key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_answers",
                table: "answers");

            migrationBuilder.DropColumn(
                name: "account_id",
                table: "answers");

            migrationBuilder.AddPrimaryKey(
                name: "PK_answers",
                table: "answers",
                columns: new[] { "agency_id", "subject", "key" });
        }
    }
}
