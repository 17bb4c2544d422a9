using System.Diagnostics;
using Microsoft.Extensions.Options;
using Portal.Notification.Mime;
using Portal.Notification.Smtp;
using Portal.Notification.Telemetry;

namespace Portal.Notification.Urgent;

/// <summary>
/// Sends what a person waits for, over connections that it has for itself: never behind thousands of certificates, and
/// never before them on theirs. A message whose fate is not known may be sent again; its Message-ID is the same.
/// </summary>
internal sealed class UrgentMail(IOptions<SmtpOptions> settings, TimeProvider time) : IAsyncDisposable
{
    private readonly SmtpTransport _transport = new(Options.Create(settings.Value.ForUrgentMail()), time);

    /// <summary>Sends a message, unless the relay would have it only after it has become worthless.</summary>
    public async Task<MailOutcome> SendAsync(
        MailMessage message, DateTimeOffset worthlessAfter, CancellationToken cancellationToken)
    {
        var left = worthlessAfter - time.GetUtcNow();
        if (left <= TimeSpan.Zero)
        {
            return TooLate;
        }

        using var late = new CancellationTokenSource(left, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await SendAsync(message, either.Token);
        }
        catch (OperationCanceledException) when (
            late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return TooLate;
        }
    }

    /// <summary>Sends a message.</summary>
    public async Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        using var span = MailSpans.BeginUrgent(settings.Value.Host);
        var outcome = await HandOverAsync(message, cancellationToken);
        span?.SetTag("portal.mail.outcome", outcome.Name);
        return outcome;
    }

    public ValueTask DisposeAsync() => _transport.DisposeAsync();

    private async Task<MailOutcome> HandOverAsync(MailMessage message, CancellationToken cancellationToken)
    {
        switch (await _transport.StageAsync(message, cancellationToken))
        {
            case StageOutcome.Ended ended:
                return ended.Outcome;
            case StageOutcome.Staged staged:
                await using (staged.Mail)
                {
                    return await staged.Mail.FinishAsync();
                }

            default:
                throw new UnreachableException();
        }
    }

    private static MailOutcome.Refused TooLate => new("It would have come too late.");
}
