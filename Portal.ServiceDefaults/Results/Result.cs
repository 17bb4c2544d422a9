using System.Diagnostics.CodeAnalysis;

namespace Portal.ServiceDefaults.Results;

/// <summary>Outcome of an operation that can fail in expected ways: a value, or everything that is wrong.</summary>
public sealed class Result<T>
{
    internal Result(T? value, IReadOnlyList<Error> errors) => (Value, Errors) = (value, errors);

    /// <summary>The value; null when <see cref="Failed"/>.</summary>
    public T? Value { get; }

    /// <summary>The failure, or the first of several, which decides status and code; null on success.</summary>
    public Error? Error => Errors is [var first, ..] ? first : null;

    /// <summary>All failures; empty on success.</summary>
    public IReadOnlyList<Error> Errors { get; }

    /// <summary>Whether the operation failed.</summary>
    [MemberNotNullWhen(true, nameof(Error))]
    [MemberNotNullWhen(false, nameof(Value))]
    public bool Failed => Errors.Count > 0;

    [SuppressMessage("Usage", "CA2225", Justification = "The conversion is the whole way to make one.")]
    public static implicit operator Result<T>(T value) => new(value, []);

    [SuppressMessage("Usage", "CA2225", Justification = "The conversion is the whole way to make one.")]
    public static implicit operator Result<T>(Error error) => new(default, [error]);

    /// <summary>The same result of another value; a failure stays as it is.</summary>
    public Result<TOther> Map<TOther>(Func<T, TOther> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return Failed ? Result.Fail<TOther>(Errors) : map(Value);
    }
}

/// <summary>Makes results of several failures.</summary>
public static class Result
{
    /// <summary>A failed result with everything that is wrong with the request; at least one error.</summary>
    public static Result<T> Fail<T>(IReadOnlyList<Error> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentOutOfRangeException.ThrowIfZero(errors.Count);
        return new Result<T>(default, errors);
    }
}
