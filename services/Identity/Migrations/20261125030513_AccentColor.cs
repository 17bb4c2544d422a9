using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Identity.Migrations
{
    /// <inheritdoc />
    public partial class AccentColor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
