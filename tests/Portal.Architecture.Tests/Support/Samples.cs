using System.Reflection;
using System.Runtime.CompilerServices;

namespace Portal.Architecture.Tests.Support;

/// <summary>Fills contracts with values that are not the defaults.</summary>
internal static class Samples
{
    /// <summary>An instance of a contract whose every property is set.</summary>
    public static object Of(Type contract)
    {
        var sample = RuntimeHelpers.GetUninitializedObject(contract);
        foreach (var property in contract.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            property.SetValue(sample, Value(property.PropertyType, property.Name));
        }

        return sample;
    }

    private static object Value(Type type, string name)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsArray)
        {
            var array = Array.CreateInstance(plain.GetElementType()!, 2);
            array.SetValue(Value(plain.GetElementType()!, name), 0);
            array.SetValue(Value(plain.GetElementType()!, name), 1);
            return array;
        }

        return plain switch
        {
            _ when plain.IsEnum => Enum.GetValues(plain).Cast<object>().Last(),
            _ when plain == typeof(string) => $"\"{name}\" <&> \u00e4\u6f22\n",
            _ when plain == typeof(bool) => true,
            _ when plain == typeof(int) => 7,
            _ when plain == typeof(long) => 9_007_199_254_740_993,
            _ when plain == typeof(decimal) => 1_000_000.05m,
            _ when plain == typeof(Guid) => Guid.CreateVersion7(),
            _ when plain == typeof(DateOnly) => new DateOnly(2028, 2, 29),
            _ when plain == typeof(DateTimeOffset) => new DateTimeOffset(2027, 3, 14, 1, 59, 26, 535, TimeSpan.Zero),
            _ => Of(plain),
        };
    }
}
