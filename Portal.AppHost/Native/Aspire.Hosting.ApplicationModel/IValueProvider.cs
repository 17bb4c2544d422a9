namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that is known once the system starts.</summary>
public interface IValueProvider
{
    ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default);
}
