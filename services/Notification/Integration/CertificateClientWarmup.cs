namespace Portal.Notification.Integration;

/// <summary>
/// Asks once, when the services are up, for the document of a certificate that does not exist. Token, connection and
/// code on both sides are then ready for the first renewal, which takes a second off its first mail.
/// </summary>
internal sealed class CertificateClientWarmup(CertificateClient certificates, TimeProvider time) : BackgroundService
{
    private const int Tries = 30;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private static readonly Guid[] NoCertificate = [Guid.Empty];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var tries = 0; tries < Tries && !await SucceedsAsync(stoppingToken); tries++)
        {
            await Task.Delay(Between, time, stoppingToken);
        }
    }

    // A service that never comes up is reported by the first delivery.
    private async Task<bool> SucceedsAsync(CancellationToken stoppingToken)
    {
        try
        {
            await certificates.GetDocumentsAsync(NoCertificate, stoppingToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
