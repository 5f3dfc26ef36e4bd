using NlOpt.Modeling;
using NlOpt.Pipeline;

namespace NlOpt.Cli;

/// <summary>Writes models as text on standard output.</summary>
internal static class ModelOutput
{
    // Names come from untrusted text.
    public static void Write(Terminal terminal, Model model, string format) => terminal.Writer.Write(VisibleText.Lines(ModelText.Of(model, format)));
}
