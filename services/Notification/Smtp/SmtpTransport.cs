using Microsoft.Extensions.Options;
using Portal.Notification.Mime;

namespace Portal.Notification.Smtp;

/// <summary>Sends over a pool of connections to the relay of the settings.</summary>
internal sealed class SmtpTransport : IMailTransport, IAsyncDisposable
{
    private readonly SmtpConnector connector;
    private readonly TimeSpan idleTimeout;
    private readonly TimeProvider clock;
    private readonly SemaphoreSlim slots;
    private readonly Stack<(SmtpConnection Connection, long Since)> idle = [];
    private readonly PeriodicTimer sweep;
    private readonly Task sweeping;

    public SmtpTransport(IOptions<SmtpSettings> settings, TimeProvider clock)
    {
        connector = new SmtpConnector(settings.Value);
        idleTimeout = settings.Value.IdleTimeout;
        this.clock = clock;
        slots = new SemaphoreSlim(settings.Value.Connections);
        sweep = new PeriodicTimer(idleTimeout, clock);
        sweeping = SweepAsync();
    }

    /// <summary>Waits for a free connection, then hands over the message on it.</summary>
    public async Task<StageOutcome> StageAsync(MailMessage message, CancellationToken cancellationToken)
    {
        await slots.WaitAsync(cancellationToken);
        StageOutcome? outcome = null;
        try
        {
            outcome = await StageOnAnyAsync(message, cancellationToken);
            return outcome;
        }
        finally
        {
            if (outcome is not StageOutcome.Staged)
            {
                slots.Release();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        sweep.Dispose();
        await sweeping;
        await QuitAllAsync(Take(_ => true));
        slots.Dispose();
    }

    /// <summary>Takes back the connection of a message that was handed over.</summary>
    internal async ValueTask ReleaseAsync(SmtpConnection connection, bool reusable)
    {
        if (reusable)
        {
            lock (idle)
            {
                idle.Push((connection, clock.GetTimestamp()));
            }
        }
        else
        {
            await connection.DisposeAsync();
        }

        slots.Release();
    }

    private async Task<StageOutcome> StageOnAnyAsync(MailMessage message, CancellationToken cancellationToken)
    {
        if (await TakeFreshestAsync() is { } reused)
        {
            try
            {
                return await StageOnAsync(reused, message, cancellationToken);
            }
            catch (SmtpProtocolException)
            {
                // It was closed since its last message, which says nothing about this one.
            }
        }

        SmtpConnection fresh;
        try
        {
            fresh = await connector.OpenAsync(cancellationToken);
        }
        catch (SmtpProtocolException failure)
        {
            return new StageOutcome.Ended(new MailOutcome.Unavailable(failure.Message));
        }

        try
        {
            return await StageOnAsync(fresh, message, cancellationToken);
        }
        catch (SmtpProtocolException failure)
        {
            return new StageOutcome.Ended(new MailOutcome.Deferred(failure.Message));
        }
    }

    private async Task<StageOutcome> StageOnAsync(SmtpConnection connection, MailMessage message, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await connection.StageAsync(message, cancellationToken);
            if (outcome is null)
            {
                return new StageOutcome.Staged(new StagedMail(this, connection));
            }

            lock (idle)
            {
                idle.Push((connection, clock.GetTimestamp()));
            }

            return new StageOutcome.Ended(outcome);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task<SmtpConnection?> TakeFreshestAsync()
    {
        while (true)
        {
            SmtpConnection connection;
            lock (idle)
            {
                if (!idle.TryPop(out var freshest))
                {
                    return null;
                }

                connection = freshest.Connection;
            }

            if (!connection.IsStale)
            {
                return connection;
            }

            await connection.DisposeAsync();
        }
    }

    private async Task SweepAsync()
    {
        while (await sweep.WaitForNextTickAsync())
        {
            await QuitAllAsync(Take(since => clock.GetElapsedTime(since) >= idleTimeout));
        }
    }

    private List<SmtpConnection> Take(Func<long, bool> which)
    {
        lock (idle)
        {
            var taken = idle.Where(entry => which(entry.Since)).ToList();
            var kept = idle.Except(taken).Reverse().ToList();
            idle.Clear();
            kept.ForEach(idle.Push);
            return [.. taken.Select(entry => entry.Connection)];
        }
    }

    private static Task QuitAllAsync(IEnumerable<SmtpConnection> connections) =>
        Task.WhenAll(connections.Select(connection => connection.QuitAsync()));
}
