using Aspire.Hosting.ApplicationModel;

namespace Portal.AppHost.Native.Orchestration;

/// <summary>Asks a process over HTTP how it is.</summary>
internal static class HttpHealth
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromSeconds(30) })
    {
        Timeout = TimeSpan.FromSeconds(5),
    };

    /// <summary>True when every check of the resource gets the status that it asks for; true when it has none.</summary>
    public static async Task<bool> IsHealthyAsync(IResource resource, int replica, CancellationToken cancellationToken)
    {
        foreach (var check in resource.Annotations.OfType<HttpHealthAnnotation>())
        {
            var endpoint = resource.Annotations.OfType<EndpointAnnotation>().First(candidate => candidate.Name == check.EndpointName);
            if (await StatusAsync(new Uri(new Uri(endpoint.Replicas[replica].UriString), check.Path), cancellationToken) != check.StatusCode)
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<int?> StatusAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await Client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
