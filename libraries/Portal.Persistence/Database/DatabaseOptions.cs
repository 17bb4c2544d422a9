using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Portal.Persistence.Database;

/// <summary>How a service reaches its database: its connection string and the section <c>Database</c>.</summary>
internal static class DatabaseOptions
{
    private const int DefaultPoolSize = 20;
    private const int PreparedStatements = 100;

    /// <exception cref="InvalidOperationException">The connection string is missing.</exception>
    public static NpgsqlConnectionStringBuilder Read(IConfiguration configuration, string name)
    {
        var given = configuration.GetConnectionString(name) ?? throw new InvalidOperationException(
            $"ConnectionStrings__{name} is missing; the app host sets it, as in "
            + $"Host=localhost;Database={name};Username=...");
        var settings = new NpgsqlConnectionStringBuilder(given);
        if (!settings.ContainsKey("Maximum Pool Size"))
        {
            settings.MaxPoolSize = configuration.GetValue("Database:MaxPoolSize", DefaultPoolSize);
        }

        settings.MaxAutoPrepare = PreparedStatements;
        settings.ApplicationName ??= name;
        return settings;
    }
}
