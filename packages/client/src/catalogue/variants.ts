/** 简繁对照: made by `scripts/make-variants.mjs` from `scripts/variants.txt`; do not edit. */
const SYMBOLS = '!#%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';
const SIMPLIFIED =
  '++&%+###)%#%&!*(*!&#.!#&((0#).#9&)#%-1!%-1*#,&!%;%/D!###(##(%(!M*%,c&%####EC(#i-(gMi.i+0*-:&#)%%,&(1%#4&&!#%*)!(!%&&&%.)(-%+(#(7*###)/!&,&()2#8%Z#&+-##00!Y_#,(!+#*#*(%%!&(,#&/&#!!&%#-!&.(%#:%#!.)!+#+.*!!*#%!,%)%%%&!%%%5(&!)6.)&&#0K.34)+-(*!,LAi)%!..YiB=^^a(!/&#&-#,A;9,&#!!!!%!###H28)iG(ig!i6%&!&2&*!69(#!#5/!372##i5L&5=i!%jm1(;@#%#-#/+#C@%#&+2()!.5)!&%+#8&B%!#9(2(*0F).cjC#<%%&,,(.#*#8T!!(!!%+)%(*&#))#iB%#A)!#-.#<#!%!!5&6*&!AI542/##>C4+63&!*N*&?A##%%##=@?6idc-%A4*#&+/(%%#(L%#)##%#+-4/!3&#%####7*<#%####%##&9-+5#%##!/i%(#%i!&##&;B.%!##%i(HMX_1%9?06(B0-%)3#3Z%1+#%Q9i<!a!%!%&**%#&>#(&+#2#%&B#+#U()D%#&(%)#D#O%&#<I>/Jbi0i@i0+fj9)/i+3M1!!8(,W2I!!%<&93;%&###&8*;!&.%5##(5N-##&#&#%%S.3%%%%#%###;i+&&(&63i&#!(%I)!O(&&##%#N_3fZi~%*#,#.T&!#(##<(!+#%%##Li[j**d)4P&3:2##%#+:@#&eR2*#DfP_iYi(*!.SG,%1#<##-<.Z#]C3DB##)##i(Fi2;f%7#%9(H%9=CHina#0[*%&)%/;#15Ii#0.(/#,U!,Q-J%9.B)!%MN?&imM*(@0I!P,lG%%!%#&##&%##%#####&%!(#####%&##%##%!&##%#!##&#!%#!#%#&&&##%!#(#%!#(##&))###%%&&,#)*A*&,e&XiA&+-#,:=A(.4###):)!97*!##%+;+6U&iW6+G#e&!+,>.E*%!)I./=C..+!%#&(!(!h#)!%iE+#%#i*>2!!]0%VJ)]!je%-5*0#%##7YH%I%.J%)k%35&(<<5<Cjg#%##%#Aj+#kF####&#%%###%#&%##%#####!&##%##%#((%&#%#&##%##(##%%#%!#%#%#%#&%%#%%#%#%&(&%*#!#%%#&#&#&&jp##%################&#%###%%#%##!#*##%##(%%%#&!%###6#9]V9%Bi6Tj?###&%##(+%%(%#%##*#%%##%)#.%2(#&*#,,#%####>!-+#,M&=2R?/%*4:5iF!8++i)!!&%!j0!n8!#)(#*(##!!###&!####!)&%%!*!&%###%#:#(%-#&##!(%%!(%#&#&!&#(!#*%#+%#!##%)###-%)#*!&&&#/+.&!*-iJ%&###%!%&####%&##&!()%#&/8###3###17#J#J,-,*!!M/i1-!!ig#%0ic##%##!%##%#%####%*#%!&##(!#&(&K.*ij!,#####&#(%&%(#!%&(&jd#####%#%&%#%(!%%#(#&%*&+&mU)03,8/7,kr%!%%#+%(%,%(%))90ZBioS)+2#)';
const TRADITIONAL =
  '|?utWynu|<Myb?z63z*jz8p{sOy%3y1dn7y3W{[HyunyO-yx*pd{b^z_QzaC%zo%yjby:Dz/8{Sfyx={S9{:G|p-{N+y2tyZnzx4ytI}OA{>o%iUz/&|N/i_Dyj?yqMyb}y_FmmmZmM{=Hyw8|E<yA2ye%z;6j#j],kFj,jJ}Xgr7|SXyjPlqi4o)ji#jBiO1mtn*{x-{y}6jJJzRXzQrmqm|}ofzHQyoNz,?nzz7w{9E{#7ySpyS&yN{|,|mGymjy2@yxrzZ&[iqzU>z[yz]&yk>y_Ql_m0i;iEi?z^ly[x|qU|^ryo/l)}rY|YB{ud}*p0ifLXix-y_k|RZyo[|BoiY2i%di@i5jl|gA|h#+fiH_,1T4im|qAy6E|%I{yBz!={zruk|Eqy@2|=L{Dwy@v{tMz_Uy8I|8E&yq,y-SJy[:zC>z(@z&~y0iy0ryR}yS;|p!|-z0HOzpf{T~#|!(y{FzvI{2wymk{<|yrIz{5{_]z@:z<xz/]t:{yEz4bywr{@@|z<|B/{NW{KsyF:yr&yrvu>q1l*{R}{Y=;neznzznsr~o0mGL|Wsy4d|1j|4|z*b}LL}9Fy#I}.Tln|9c|<C{[2{[ci;l|}R+}TL}0o}/;gk+|6X|6w|Q=|OB{:{{;+zuezvYi&&:){N[{H.l*kVillZQi9{>=0{>.o%l!j*Qii1WiHEiK>zM5zL#{DUz1F#z%/{h3|=Dykv{O8{vn|t|yci{~j{tC{sC,zO-zO0-k-itljj6{W]{ZHlniOnunN4iG>2jXBCB;y4Sy5qyRlyT5{|W{|li7&*y!ty!gz:(zNWurj|qWy*yzS1{:Zp3y]33Oi-7p%yd/yfF{q>{rfgm=[*@lsm&mBkY|7gy1b|Q0yl0yji04zi+zh+i28{>s{=uy]Zy#Oyq4ySTzXKokykXyg{yjG{4-{#=yupz)Jidy#4y!!|~H|~A|Bdztyy]0yJ8RyvIy_MzhW/EyYhyLgznQ|fT|1X|2]|29zj]zhg+i({zCz;>zCz{L3{MAyYyy]Wl-fi+za7z]cr3y]tygTmHyPDyPgjapXi||NB|LQkxkejWi@iciNz2bz16|Bz|@w3iY&l=lJsIzR<p=zG,{8Ey@3|URy^|pSj6nnk6iCs%qkmZl:{C*|/6y]9ycByc[xlioy!ni&ojn%j.i(ixi#s@lXm#l>jQ)pmowiQo.oYmbk({];yy{zVetdk!l:mDiYlp5Oi=j#i0l8Ii0kRlnzptzq4%i%{2w{8%m/iKkVjv9i/j.i.iI7|Tvy+-|;r:{l9{k}yTaySwz]6zZ)kmyKayHg|(>|(gkwi%idi&{r;yFO.}gS{MZy]KzzwywRyf%i/p({YF{^Avsouo6zJWzNNybi{<|}[Xy1K{b4j4j.oXmkj}pR9w~/tVo.3tXlmoXy?IyF=zprzn?itj7@Dyv_yyxrqyxuyoej#l%j&kOOk&EyKgyMzWi=/y6izL|z9(ypTy8iZ4zI|yY8ynIiux;t:o<xTpMs~vnn*tum1i1{H5{R@mRDy&ZzR(z^PtnlEj.j&myyNky]8oUiqiWqBr%iArcp~z@}z93pnjAjOmx=l<kaiGjQj!iCr7o9<iNAipz}azsjkJnUl>kCz]tzpk{-Vz|?ADm}Ij|jojV)jQkXmCi2oly!W{8}z_5yNLpDi5{e!{iM{!sz}8j%@nsmqkVz#Ez#!jZi#Yi&ixizk[yv@ywhiii5-bjviRjp3jgi{i8i7zKezJYzIsi/zJY#m^yUJySql9iYi3jVjSl8{!;z}@8yjRyjylLYWLOj<:k]kAj#j!&H-NVfi){E4{E)ye:yeG4iUi^igiYyg;yghoE/j[bj^lN^jQFjF{8A{4|*i(?ze?}GM{Qriuzf]zejm.mo[iCjAjPim]-ONYFyzEyy=<j61imm&k]fjNAi/ihi}jIiMi3z[#zYDi36z]ty>X}*8{obkrl]q62o)jLq<PW6mIm2*kekxnnj{kj&?PElli>iul5E)nnnG,=oKmHGUSn@y}By})n++#;hSJ4Dm-l{iHlpj2i]jalJlul.lMH;kOkr/dYiC^i)Ll6lS%:5j6j#-iQDjP,jQi/blWrhM2iC-j4j~zt^ztf413%Nmei#zJTzL9_iDiHlF{pv|;{z#ozLQk_zNZzIjGjUj:izirkmBi>zGCz]QyxW{^KznT=T0yK~y8JyMIyJqkiqXj4oc{rz{q6j,yNDy@9y0xy/8uospy]Hyh^zYjzTBz%yz%&{=plFp^jQmEyyoy;Dy5my{rp8z7Jz*hiYk6&{,0yefy@oy+xyK:ihx*wpjR-Pj,{5c{5bqGkByn#yn(Ek}jAka-8jwlik)l!WUhyK*m3yKAyNmyKOUL4kXj2j:iKiB,*i/)i^p~j{mv/%kClZoLp~pm)p,p=@n*i4m!LOlLlCm-lk)1nrn=V0myn3[0lnk~nFn5*iOYKi)i09%B%3iM(-0;D((/i+i;0k3le1&BJ?*9iki(i=i%ZkOk_LB*%7(f.Gi=iWiRTyx6y~u%((#:iM{Df{D{ijigid%)Bioi|+4iCi03,2+.8&+##j*6j1:L2i3iP&,LF9*>pQpN.(<k++JmGk(i)j4i,ieZ8%%0jxcixk/jU_;imixF2@;4P;6>#/BjHy6{y6v#m5?i0i&i2iGiLiSj^Vi=9iDj%w!k+s}B[(iCutuIgltiD_byLmyLrQ]jP4@zZ1zZZ|Toy)4y@W{loyFxHyU*#vCqWqbi#E/icO2sqsTp,p[lRiKpZv1{@B{@wp|q@j4j#n>lmz(/z(F[t~u.&sUs.^i/#i7iYk^leO_ei;|{L}&Rp/rHy}oyv)m9nEm;l9jVkRoSn{=GiUiDlTix1*oop9k3kBPZgj2k(iWiSE?iKi7%ljl^1i!j6i?i&k~kuikn.6*0|{f|}Mip(%%|8C|8Ny38y2rz4ez4h+&&D%2(i-M&lV===i7>i%iYidOiQN&62i7}A[}AL|G2z1i{NSy7Gy@/y>xy=<%8y;#%2i10%%(%(y!wy!dj4j/#/,jJj9#h3;R&,zhKzh_0*.1@D6iI]R2jhjK*i9e##Dioj#(@#B2z>wz?eJe2jV%,*#kSk6ksk<5&>3zQ|zR:jrjO+Lj4j7B:b2hmuNi#_Zdi7iM@kKy5wy:ylwmClsd&9/i5+P<N/isiml.bk=4BFZ24';

/** Differences of code points, each in one to three symbols. */
function decode(text: string): number[] {
  const size = SYMBOLS.length;
  const values = new Uint8Array(128);
  for (let i = 0; i < size; i++) values[SYMBOLS.charCodeAt(i)] = i;
  const out: number[] = [];
  let i = 0;
  const next = () => values[text.charCodeAt(i++)]!;
  while (i < text.length) {
    let value = next();
    const lead = value - size + 22;
    if (lead >= 16) value = size - 22 + (16 + (lead - 16) * size + next()) * size + next();
    else if (lead >= 0) value = size - 22 + lead * size + next();
    out.push(value);
  }
  return out;
}

/** Pairs of code units: a traditional character and the simplified one that stands for it; the usual form first. */
export function variantPairs(): [traditional: number, simplified: number][] {
  let simplified = 0x4e00;
  let traditional = 0x4e00;
  const steps = decode(SIMPLIFIED);
  return decode(TRADITIONAL).map((step, i) => [
    (traditional += step & 1 ? -(step + 1) / 2 : step / 2),
    (simplified += steps[i]!),
  ]);
}
