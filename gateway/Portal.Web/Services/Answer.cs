using System.Diagnostics.CodeAnalysis;

namespace Portal.Web.Services;

/// <summary>What a service answered: a value, or why not.</summary>
internal sealed class Answer<T>
    where T : class
{
    public Answer(T value) => Value = value;

    public Answer(Refusal refusal) => Refusal = refusal;

    /// <summary>The value; null when the service refused.</summary>
    public T? Value { get; }

    /// <summary>Why the service refused; null when it did not.</summary>
    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Refusal))]
    [MemberNotNullWhen(false, nameof(Value))]
    public bool Refused => Refusal is not null;
}
