using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Aspire.Hosting;
using Aspire.Hosting.Testing;

namespace Portal.Testing;

/// <summary>The broker of a test run, and its management API, which makes virtual hosts.</summary>
internal sealed class Broker : IDisposable
{
    private const string Name = "rabbitmq";

    private const int UsualManagementPort = 15672;

    private readonly Uri _address;
    private readonly DistributedApplication? _own;
    private readonly HttpClient _management;

    private Broker(string connectionString, Uri management, DistributedApplication? own)
    {
        _address = new Uri(connectionString);
        _own = own;
        var credentials = Uri.UnescapeDataString(_address.UserInfo is { Length: > 0 } given ? given : "guest:guest");
        _management = new HttpClient { BaseAddress = management };
        _management.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
    }

    /// <summary>The one that the environment names, or one of its own.</summary>
    public static async Task<Broker> FindAsync()
    {
        if (Environment.GetEnvironmentVariable($"ConnectionStrings__{Name}") is { Length: > 0 } given)
        {
            var management = Environment.GetEnvironmentVariable(Servers.ManagementVariable);
            return new Broker(given, new Uri(management ?? $"http://{new Uri(given).Host}:{UsualManagementPort}"), own: null);
        }

        var application = await TestServer.StartAsync(builder => builder.AddRabbitMQ(Name).WithManagementPlugin());
        var connectionString = await application.GetConnectionStringAsync(Name);
        return new Broker(connectionString!, application.GetEndpoint(Name, "management"), application);
    }

    public string ConnectionStringOf(string virtualHost) => $"{_address.GetLeftPart(UriPartial.Authority)}/{virtualHost}";

    /// <summary>Makes a virtual host that the connection string's user may do everything in.</summary>
    public async Task CreateVirtualHostAsync(string name, CancellationToken cancellationToken)
    {
        using var nothing = new StringContent("", Encoding.UTF8, "application/json");
        using var response = await _management.PutAsync(PathOf(name), nothing, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync(IEnumerable<string> virtualHosts)
    {
        if (_own is not null)
        {
            await _own.DisposeAsync();
        }
        else
        {
            foreach (var name in virtualHosts)
            {
                using var response = await _management.DeleteAsync(PathOf(name));
                if (response.StatusCode != HttpStatusCode.NotFound)
                {
                    response.EnsureSuccessStatusCode();
                }
            }
        }

        Dispose();
    }

    public void Dispose() => _management.Dispose();

    private static Uri PathOf(string virtualHost) => new($"/api/vhosts/{Uri.EscapeDataString(virtualHost)}", UriKind.Relative);
}
