using System.Diagnostics.CodeAnalysis;

namespace Portal.Persistence.Outbox;

/// <summary>A message that can't be sent however well the broker does; its text says why and what to do.</summary>
[SuppressMessage("Design", "CA1064", Justification = "The relay alone throws and catches it.")]
internal sealed class UnsendableMessageException : Exception
{
    public UnsendableMessageException()
    {
    }

    public UnsendableMessageException(string message)
        : base(message)
    {
    }

    public UnsendableMessageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
