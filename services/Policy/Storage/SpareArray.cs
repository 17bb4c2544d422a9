namespace Portal.Policies.Storage;

/// <summary>
/// Keeps the last array that a file was read into for the next one, as long as the memory is not wanted for anything
/// else.
/// <see cref="System.Buffers.ArrayPool{T}.Shared"/> would keep one for each thread, which with files of this size is
/// most of what an import takes.
/// </summary>
internal static class SpareArray
{
    private static WeakReference<byte[]>? _spare;

    /// <summary>An array of at least so many bytes, whatever they are.</summary>
    public static byte[] Rent(int length)
    {
        var spare = Interlocked.Exchange(ref _spare, null);
        return spare is not null && spare.TryGetTarget(out var array) && array.Length >= length
            ? array
            : GC.AllocateUninitializedArray<byte>(length);
    }

    /// <summary>Gives an array back, which nobody reads any more.</summary>
    public static void Return(byte[] array) => Interlocked.Exchange(ref _spare, new WeakReference<byte[]>(array));
}
