namespace NlOpt.Cli.LanguageModels;

/// <summary>A key of a provider. It is told to that provider alone: text made of it by mistake does not hold it.</summary>
internal sealed class ModelKey(string value)
{
    /// <summary>The key, for the header that carries it.</summary>
    public string Reveal() => value;

    public override string ToString() => "[key]";
}
