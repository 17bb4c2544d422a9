using System.Diagnostics.CodeAnalysis;

namespace Portal.ServiceDefaults.Results;

/// <summary>Outcome of an operation that can fail in expected ways.</summary>
public sealed class Result<T>
{
    private Result(T? value, Error? error) => (Value, Error) = (value, error);

    /// <summary>The value; null when <see cref="Failed"/>.</summary>
    public T? Value { get; }

    /// <summary>The failure; null on success.</summary>
    public Error? Error { get; }

    /// <summary>Whether the operation failed.</summary>
    [MemberNotNullWhen(true, nameof(Error))]
    [MemberNotNullWhen(false, nameof(Value))]
    public bool Failed => Error is not null;

    [SuppressMessage("Usage", "CA2225", Justification = "The conversion is the whole way to make one.")]
    public static implicit operator Result<T>(T value) => new(value, null);

    [SuppressMessage("Usage", "CA2225", Justification = "The conversion is the whole way to make one.")]
    public static implicit operator Result<T>(Error error) => new(default, error);
}
