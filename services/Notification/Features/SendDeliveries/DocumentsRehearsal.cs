namespace Portal.Notification.Features.SendDeliveries;

/// <summary>
/// Asks for the document of a certificate that does not exist once the services are up: token, connection and code on
/// both sides are ready when the first renewal needs them, which takes a second off its first mail.
/// </summary>
internal sealed class DocumentsRehearsal(CertificateClient certificates, TimeProvider time) : BackgroundService
{
    private const int Tries = 30;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private static readonly Guid[] Nobodys = [Guid.Empty];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var tries = 0; tries < Tries && !await SucceedsAsync(stoppingToken); tries++)
        {
            await Task.Delay(Between, time, stoppingToken);
        }
    }

    // Whoever is not up yet will be; whoever never is, the first delivery complains of.
    private async Task<bool> SucceedsAsync(CancellationToken stoppingToken)
    {
        try
        {
            await certificates.GetDocumentsAsync(Nobodys, stoppingToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
