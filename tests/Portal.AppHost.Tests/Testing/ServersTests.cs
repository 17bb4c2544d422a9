using Npgsql;
using Portal.Testing;

namespace Portal.AppHost.Tests.Testing;

public sealed class ServersTests(Servers servers)
{
    [Fact]
    public async Task Each_database_is_empty_and_its_own()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var first = NpgsqlDataSource.Create(await servers.CreateDatabaseAsync("first", cancellationToken));
        await using var second = NpgsqlDataSource.Create(
            await servers.CreateDatabaseAsync("second", cancellationToken));

        await using var create = first.CreateCommand("CREATE TABLE only_here (id int)");
        await create.ExecuteNonQueryAsync(cancellationToken);

        await using var look = second.CreateCommand("SELECT count(*) FROM pg_tables WHERE tablename = 'only_here'");
        Assert.Equal(0L, await look.ExecuteScalarAsync(cancellationToken));
    }

    [Fact]
    public async Task Each_virtual_host_is_its_own()
    {
        var cancellationToken = TestContext.Current.CancellationToken;

        var first = new Uri(await servers.CreateVirtualHostAsync(cancellationToken));
        var second = new Uri(await servers.CreateVirtualHostAsync(cancellationToken));

        Assert.Equal("amqp", first.Scheme);
        Assert.NotEqual(first.AbsolutePath, second.AbsolutePath);
        Assert.Equal(first.Authority, second.Authority);
    }
}
