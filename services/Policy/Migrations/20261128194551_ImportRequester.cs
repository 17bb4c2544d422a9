using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Policies.Migrations
{
    /// <inheritdoc />
    public partial class ImportRequester : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "requester",
                table: "imports",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");

            // Of those before, the subject of the token alone is known.
            migrationBuilder.Sql(
                """
                update imports set requester = jsonb_build_object(
                    'Id', requested_by, 'Role', '', 'Name', null, 'SessionId', null, 'From', null);
                alter table imports alter column requester drop default;
                """);

            migrationBuilder.DropColumn(
                name: "requested_by",
                table: "imports");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "requester",
                table: "imports");

            migrationBuilder.AddColumn<string>(
                name: "requested_by",
                table: "imports",
                type: "text",
                nullable: false,
                defaultValue: "");
        }
    }
}
