using NlOpt.Datasets.Hydro;

namespace NlOpt.Datasets.Tests.Hydro;

/// <summary>A folder with the files of the shipped case, to be spoilt; gone after the test.</summary>
internal sealed class CaseFolder : IDisposable
{
    public const string Network = "PowerModels.json";
    public const string Water = "hydro.json";
    public const string Inflows = "inflows.csv";
    public const string Probabilities = "scenarioprobability.csv";

    public CaseFolder()
    {
        Directory.CreateDirectory(Path);
        foreach (var file in (string[])[Network, Water, Inflows])
        {
            using var source = typeof(HydroCases).Assembly.GetManifestResourceStream($"valley/{file}")!;
            using var target = File.Create(FileOf(file));
            source.CopyTo(target);
        }
    }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"nlopt-{Guid.NewGuid():N}");

    public string FileOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Replaces the first occurrence of a text, which must be there.</summary>
    public void Spoil(string file, string text, string by)
    {
        var content = File.ReadAllText(FileOf(file));
        var position = content.IndexOf(text, StringComparison.Ordinal);
        if (position < 0) throw new InvalidOperationException($"{file} does not hold {text}");
        File.WriteAllText(FileOf(file), content[..position] + by + content[(position + text.Length)..]);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
