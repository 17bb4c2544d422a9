using System.Text.Json;

namespace Portal.Gateway.Revocations;

/// <summary>
/// Asks four times a second what ended, and cuts the streams it concerns. While Identity does not answer, what is known
/// stays in force and the asking goes on.
/// </summary>
internal sealed partial class RevocationPoll(
    RevocationClient identity, RevocationList list, OpenStreams streams, TimeProvider time, ILogger<RevocationPoll> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);

    // A revocation is seen once its transaction is committed, which is a little later than the time it bears.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);

    private DateTimeOffset? _since;
    private bool _failing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await AskAsync(stoppingToken);
            }
            catch (Exception failure) when (IsOutage(failure, stoppingToken))
            {
                Note(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        var answer = await identity.ReadAsync(_since, cancellationToken);
        if (list.Add(answer.Items))
        {
            streams.CutRevoked();
        }

        _since = answer.Now - Overlap;
        if (_failing)
        {
            _failing = false;
            LogBack(list.Count);
        }
    }

    private void Note(Exception failure)
    {
        if (!_failing)
        {
            _failing = true;
            LogFailing(failure.Message, list.Count);
        }
    }

    private static bool IsOutage(Exception failure, CancellationToken stopping) =>
        failure is HttpRequestException or JsonException
            || (failure is OperationCanceledException && !stopping.IsCancellationRequested);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Identity does not tell what was revoked: {Reason} {Known} "
        + "known revocations stay in force")]
    private partial void LogFailing(string reason, int known);

    [LoggerMessage(Level = LogLevel.Information, Message = "Identity tells again what was revoked; {Known} "
        + "revocations are in force")]
    private partial void LogBack(int known);
}
