using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Portal.Testing;

/// <summary>The broker of a test run, and its management API, which makes virtual hosts.</summary>
internal sealed class Broker : IDisposable
{
    /// <summary>The variable with its connection string.</summary>
    public const string Variable = "ConnectionStrings__rabbitmq";

    private const int UsualManagementPort = 15672;

    private readonly Uri _address;
    private readonly HttpClient _management;

    public Broker(string connectionString, Uri management)
    {
        _address = new Uri(connectionString);
        var credentials = Uri.UnescapeDataString(_address.UserInfo is { Length: > 0 } given ? given : "guest:guest");
        _management = new HttpClient { BaseAddress = management };
        _management.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
    }

    /// <summary>Where the management API of a broker is, unless something else is said.</summary>
    public static Uri UsualManagement(string connectionString) =>
        new UriBuilder(Uri.UriSchemeHttp, new Uri(connectionString).Host, UsualManagementPort).Uri;

    public string ConnectionStringOf(string virtualHost) =>
        $"{_address.GetLeftPart(UriPartial.Authority)}/{virtualHost}";

    /// <summary>Makes a virtual host that the connection string's user may do everything in.</summary>
    public async Task CreateVirtualHostAsync(string name, CancellationToken cancellationToken)
    {
        using var nothing = new StringContent("", Encoding.UTF8, "application/json");
        using var response = await _management.PutAsync(PathOf(name), nothing, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async Task RemoveAsync(IEnumerable<string> virtualHosts)
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

    public void Dispose() => _management.Dispose();

    private static Uri PathOf(string virtualHost) =>
        new($"/api/vhosts/{Uri.EscapeDataString(virtualHost)}", UriKind.Relative);
}
