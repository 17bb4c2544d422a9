namespace Portal.ServiceDefaults.Clients;

/// <summary>Sends each attempt to a replica of the service, and gives it up when the answer does not begin in time.</summary>
internal sealed class ReplicaHandler(Replicas replicas, TimeProvider time) : DelegatingHandler
{
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var replica = replicas.Next();
        request.RequestUri = new Uri(replica, request.RequestUri!.PathAndQuery);
        using var late = new CancellationTokenSource(AttemptTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var response = await base.SendAsync(request, either.Token);
            replicas.Note(replica, answered: !RetryHandler.IsTransient(response.StatusCode));
            return response;
        }
        catch (HttpRequestException)
        {
            replicas.Note(replica, answered: false);
            throw;
        }
        catch (OperationCanceledException canceled) when (!cancellationToken.IsCancellationRequested)
        {
            replicas.Note(replica, answered: false);
            throw new HttpRequestException(HttpRequestError.ConnectionError, $"{replica} did not answer in time.", canceled);
        }
    }
}
