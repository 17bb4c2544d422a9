using System.Net.Http.Headers;
using System.Text;
using Npgsql;
using Xunit;

namespace Portal.Outbox.Tests.Support;

/// <summary>A database and a virtual host of a test class's own, on the servers of the test run.</summary>
public sealed class Place : IAsyncLifetime
{
    private readonly string name = "outbox-" + Guid.NewGuid().ToString("N")[..12];

    public string Database { get; private set; } = "";

    public string Broker { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Database = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("ConnectionStrings__postgres")) { Database = name }.ConnectionString;
        var broker = new UriBuilder(Environment.GetEnvironmentVariable("ConnectionStrings__rabbitmq")!);
        using var http = new HttpClient { BaseAddress = new Uri($"http://{broker.Host}:{broker.Port + 10000}") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{broker.UserName}:{broker.Password}")));
        (await http.PutAsync(new Uri($"/api/vhosts/{name}", UriKind.Relative), null)).EnsureSuccessStatusCode();
        broker.Path = name;
        Broker = broker.Uri.ToString();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
