using NlOpt.Modeling;

namespace NlOpt.Cli;

/// <summary>Prints a model in one of the formats of <c>--model</c>.</summary>
internal static class ModelOutput
{
    public static void Write(Terminal terminal, Model model, string format)
    {
        var text = format switch
        {
            "latex" => LatexWriter.Write(model),
            _ => ModelFormat.All.Single(known => known.Name == format).Write(model),
        };
        // Names come from untrusted text.
        terminal.Writer.Write(VisibleText.Lines(text));
    }
}
