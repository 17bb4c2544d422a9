namespace Portal.Policies.Domain.Lifecycle.Events;

/// <summary>One thing that a term says of its cover.</summary>
internal abstract record TermValue
{
    private TermValue()
    {
    }

    /// <summary>A limit, in US dollars.</summary>
    internal sealed record Amount(decimal Dollars) : TermValue;

    /// <summary>A word, a day or a form's edition.</summary>
    internal sealed record Words(string Text) : TermValue;

    /// <summary>Whether something holds.</summary>
    internal sealed record Flag(bool Holds) : TermValue;
}
