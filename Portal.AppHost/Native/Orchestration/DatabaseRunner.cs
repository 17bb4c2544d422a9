using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Portal.AppHost.Native.Orchestration;

/// <summary>Creates a database as soon as its server is ready.</summary>
internal sealed class DatabaseRunner(PostgresDatabaseResource database, ResourceNotificationService notifications) : Runner(database)
{
    public override async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            await notifications.WaitForResourceHealthyAsync(database.Parent.Name, stopping);
            await CreateAsync(stopping);
            await notifications.PublishUpdateAsync(database, before => before with
            {
                State = KnownResourceStates.Running,
                HealthStatus = HealthStatus.Healthy,
            });
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The system stops before its server was ready.
        }
    }

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        var server = await database.Parent.ConnectionStringExpression.GetValueAsync(cancellationToken);
        await using var source = NpgsqlDataSource.Create($"{server};Pooling=false;Database=postgres");
        await using var exists = source.CreateCommand("SELECT 1 FROM pg_database WHERE datname = $1");
        exists.Parameters.AddWithValue(database.DatabaseName);
        if (await exists.ExecuteScalarAsync(cancellationToken) is null)
        {
            var name = database.DatabaseName.Replace("\"", "\"\"", StringComparison.Ordinal);
            await using var create = source.CreateCommand($"CREATE DATABASE \"{name}\"");
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
