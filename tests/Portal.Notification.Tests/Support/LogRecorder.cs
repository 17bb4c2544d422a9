using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Portal.Notification.Tests.Support;

/// <summary>Keeps everything that is logged, with its exceptions.</summary>
[ProviderAlias("Recorder")]
internal sealed class LogRecorder : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _entries = [];

    /// <summary>Everything that was logged.</summary>
    public string Text => string.Join('\n', _entries.Select(entry => entry.Text));

    /// <summary>What was logged at a level.</summary>
    public IReadOnlyList<string> At(LogLevel level) =>
        [.. _entries.Where(entry => entry.Level == level).Select(entry => entry.Text)];

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose()
    {
    }

    private sealed class Logger(LogRecorder recorder) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?,
            string> formatter) =>
            recorder._entries.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));
    }
}
