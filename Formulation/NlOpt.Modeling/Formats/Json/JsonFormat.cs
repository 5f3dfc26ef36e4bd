namespace NlOpt.Modeling;

/// <summary>NlOpt's own JSON format.</summary>
internal sealed class JsonFormat() : ModelFormat("json")
{
    /// <summary>What the field <c>format</c> of every file says.</summary>
    public const string Identifier = "nlopt-model";

    /// <summary>The version written, and the only one read.</summary>
    public const int Version = 1;

    private protected override string WriteText(Model model) => JsonModelWriter.Write(model);

    private protected override Model ReadText(FormatInput input) => new JsonModelReader(input).Read();
}
