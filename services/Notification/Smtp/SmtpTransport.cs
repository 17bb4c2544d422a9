using Microsoft.Extensions.Options;
using Portal.Notification.Mime;

namespace Portal.Notification.Smtp;

/// <summary>Sends over a pool of connections to the relay of the settings.</summary>
internal sealed class SmtpTransport : IMailTransport, IAsyncDisposable
{
    private readonly SmtpConnector _connector;
    private readonly TimeSpan _idleTimeout;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _slots;
    private readonly Stack<(SmtpConnection Connection, long Since)> _idle = [];
    private readonly PeriodicTimer _sweep;
    private readonly Task _sweeping;

    public SmtpTransport(IOptions<SmtpOptions> settings, TimeProvider time)
    {
        _connector = new SmtpConnector(settings.Value, time);
        _idleTimeout = settings.Value.IdleTimeout;
        _time = time;
        _slots = new SemaphoreSlim(settings.Value.Connections);
        _sweep = new PeriodicTimer(_idleTimeout, time);
        _sweeping = SweepAsync();
    }

    /// <summary>Waits for a free connection, then hands over the message on it.</summary>
    public async Task<StageOutcome> StageAsync(MailMessage message, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
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
                _slots.Release();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _sweep.Dispose();
        await _sweeping;
        await QuitAllAsync(Take(_ => true));
        _slots.Dispose();
    }

    /// <summary>Takes back the connection of a message that was handed over.</summary>
    internal async ValueTask ReleaseAsync(SmtpConnection connection, bool reusable)
    {
        if (reusable)
        {
            lock (_idle)
            {
                _idle.Push((connection, _time.GetTimestamp()));
            }
        }
        else
        {
            await connection.DisposeAsync();
        }

        _slots.Release();
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
            fresh = await _connector.OpenAsync(cancellationToken);
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

    private async Task<StageOutcome> StageOnAsync(
        SmtpConnection connection, MailMessage message, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await connection.StageAsync(message, cancellationToken);
            if (outcome is null)
            {
                return new StageOutcome.Staged(new StagedMail(this, connection));
            }

            lock (_idle)
            {
                _idle.Push((connection, _time.GetTimestamp()));
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
            lock (_idle)
            {
                if (!_idle.TryPop(out var freshest))
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
        while (await _sweep.WaitForNextTickAsync())
        {
            await QuitAllAsync(Take(since => _time.GetElapsedTime(since) >= _idleTimeout));
        }
    }

    private List<SmtpConnection> Take(Func<long, bool> which)
    {
        lock (_idle)
        {
            var taken = _idle.Where(entry => which(entry.Since)).ToList();
            var kept = _idle.Except(taken).Reverse().ToList();
            _idle.Clear();
            kept.ForEach(_idle.Push);
            return [.. taken.Select(entry => entry.Connection)];
        }
    }

    private static Task QuitAllAsync(IEnumerable<SmtpConnection> connections) =>
        Task.WhenAll(connections.Select(connection => connection.QuitAsync()));
}
