using NlOpt.Modeling;

namespace NlOpt.Cli;

/// <summary>Writes models as text: those of <c>--model</c>, and of exports.</summary>
internal static class ModelOutput
{
    // Names come from untrusted text.
    public static void Write(Terminal terminal, Model model, string format) => terminal.Writer.Write(VisibleText.Lines(TextOf(model, format)));

    /// <summary>A model as text in a format: <c>lp</c>, <c>mps</c>, <c>json</c>, <c>latex</c> or <c>csharp</c>.</summary>
    public static string TextOf(Model model, string format) => format switch
    {
        "latex" => LatexWriter.Write(model),
        "csharp" => CSharpWriter.Write(model),
        _ => ModelFormat.All.Single(known => known.Name == format).Write(model),
    };
}
