using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Portal.Architecture.Tests.Support;

namespace Portal.Architecture.Tests;

/// <summary>
/// What holds of every service's database: docs/decisions/019-names-in-the-database.md. No server is asked.
/// </summary>
public sealed partial class DatabaseTests
{
    public static TheoryData<string> Services() => [.. House.ServiceNames];

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_name_in_a_database_is_snake_case(string service)
    {
        using var scope = ServiceApp.Build(service).Services.CreateScope();
        var db = ServiceApp.DatabaseOf(scope.ServiceProvider, service);
        var tables = db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.ToList();

        var names = tables.SelectMany(NamesIn).ToList();

        Assert.NotEmpty(tables);
        Assert.All(tables, table => Assert.True(table.Columns.Any() && table.PrimaryKey is not null));
        Assert.DoesNotContain(names, name => !SnakeCase().IsMatch(name));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void The_migrations_say_all_that_the_model_says(string service)
    {
        using var scope = ServiceApp.Build(service).Services.CreateScope();
        var db = ServiceApp.DatabaseOf(scope.ServiceProvider, service);

        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges(), $"Run eng/add-migration.sh {service} <Name>.");
    }

    private static IEnumerable<string> NamesIn(ITable table) =>
    [
        table.Name,
        .. table.Columns.Select(column => column.Name),
        .. table.UniqueConstraints.Select(key => key.Name),
        .. table.ForeignKeyConstraints.Select(key => key.Name),
        .. table.CheckConstraints.Select(check => check.Name!),
        .. table.Indexes.Select(index => index.Name),
    ];

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex SnakeCase();
}
