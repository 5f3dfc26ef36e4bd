namespace NlOpt.Modeling;

/// <summary>The MPS format.</summary>
internal sealed class MpsFormat() : ModelFormat("mps")
{
    private protected override string WriteText(Model model) => new MpsWriter(model).Write();

    private protected override Model ReadText(FormatInput input) => new MpsReader(input).Read();
}
