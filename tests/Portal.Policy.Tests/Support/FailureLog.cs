using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Portal.Policies.Tests.Support;

/// <summary>Exceptions that a service wrote into its log.</summary>
internal sealed class FailureLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<Exception> Failures { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?,
        string> formatter)
    {
        if (IsEnabled(logLevel) && exception is not null)
        {
            Failures.Enqueue(exception);
        }
    }

    public void Dispose()
    {
        // Holds nothing.
    }
}
