using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Pipeline;

/// <summary>Models as text, for exports.</summary>
public static class ModelText
{
    /// <summary>The names of the formats: <c>lp</c>, <c>mps</c>, <c>json</c>, <c>latex</c> and <c>csharp</c>.</summary>
    public static ImmutableArray<string> Formats { get; } = ["lp", "mps", "json", "latex", "csharp"];

    /// <summary>A model as text. Names in it come from the words of a user, and so are untrusted.</summary>
    /// <param name="model">The model.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <exception cref="ArgumentException">There is no such format.</exception>
    public static string Of(Model model, string format)
    {
        ArgumentNullException.ThrowIfNull(model);
        return format switch
        {
            "latex" => LatexWriter.Write(model),
            "csharp" => CSharpWriter.Write(model),
            _ => ModelFormat.All.FirstOrDefault(known => known.Name == format)?.Write(model)
                ?? throw new ArgumentException($"There is no format '{format}'.", nameof(format)),
        };
    }
}
