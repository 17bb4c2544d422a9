namespace Portal.Web.Services;

/// <summary>Asks two services at once.</summary>
internal static class Both
{
    public static async Task<(Answer<TFirst> First, Answer<TSecond> Second)> Of<TFirst, TSecond>(
        Task<Answer<TFirst>> first, Task<Answer<TSecond>> second)
        where TFirst : class
        where TSecond : class
    {
        await Task.WhenAll(first, second);
        return (await first, await second);
    }
}
