using Microsoft.AspNetCore.WebUtilities;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Imports.StartImport;

/// <summary>
/// A multipart form (RFC 7578) that is read part by part. What is wrong with it, a line that breaks in the middle of it
/// among that, is the sender's failure and ends it.
/// </summary>
internal sealed class UploadForm(MultipartReader reader)
{
    /// <summary>Why the form ended before its end; null as long as it has not.</summary>
    public Error? Problem { get; private set; }

    /// <summary>The next part; null after the last one or a problem.</summary>
    public Task<MultipartSection?> NextAsync(CancellationToken cancellationToken) =>
        ReadAsync(() => reader.ReadNextSectionAsync(cancellationToken));

    /// <summary>The next bytes of a part, as many as there are; 0 after the last one or a problem.</summary>
    public Task<int> FillAsync(MultipartSection part, Memory<byte> buffer, CancellationToken cancellationToken) =>
        ReadAsync(() => part.Body.ReadAsync(buffer, cancellationToken).AsTask());

    private async Task<T?> ReadAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            Problem = new UploadTooLarge();
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            Problem = new UploadNotReadable();
        }

        return default;
    }
}
