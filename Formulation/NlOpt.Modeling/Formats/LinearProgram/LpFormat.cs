namespace NlOpt.Modeling;

/// <summary>The LP format in the dialect of CPLEX.</summary>
internal sealed class LpFormat() : ModelFormat("lp")
{
    private protected override string WriteText(Model model) => new LpWriter(model).Write();

    private protected override Model ReadText(FormatInput input) => new LpReader(input).Read();
}
